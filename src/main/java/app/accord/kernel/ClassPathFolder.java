package app.accord.kernel;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a folder on the class path, whether it is a folder on the disk or in a jar. */
public final class ClassPathFolder {
  private ClassPathFolder() {}

  /**
   * By their path in the folder, with slashes; empty if there is no such folder. Of several folders
   * with that name the first that has a file gives it, as the class path has it.
   */
  public static Map<String, byte[]> files(String folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (URL url : Collections.list(ClassPathFolder.class.getClassLoader().getResources(folder))) {
      read(url, folder).forEach(files::putIfAbsent);
    }
    return files;
  }

  private static Map<String, byte[]> read(URL url, String folder) throws IOException {
    try {
      URI uri = url.toURI();
      if (!"jar".equals(uri.getScheme())) {
        return read(Path.of(uri));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return read(jar.getPath("/" + folder));
      }
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static Map<String, byte[]> read(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(each).toString().replace('\\', '/'), Files.readAllBytes(each));
      }
    }
    return files;
  }
}
