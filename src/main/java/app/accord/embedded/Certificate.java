package app.accord.embedded;

import app.accord.kernel.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A certificate for localhost that nobody but this demo knows, made with the JDK's own tool. */
record Certificate(Path keys, Path pem, String password) {

  static Certificate in(Path home) {
    Certificate certificate =
        new Certificate(
            home.resolve("tls.p12"), home.resolve("tls.pem"), Secrets.in(home).get("tls"));
    if (!Files.exists(certificate.pem)) {
      certificate.make();
    }
    return certificate;
  }

  Settings.Tls settings() {
    return new Settings.Tls(keys, password);
  }

  private void make() {
    UserCache.delete(keys);
    keytool(
        List.of(
            "-genkeypair",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-validity",
            "365",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost,ip:127.0.0.1"));
    keytool(List.of("-exportcert", "-rfc", "-file", pem.toString()));
  }

  private void keytool(List<String> words) {
    List<String> tool =
        List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    List<String> store =
        List.of(
            "-alias",
            "accord",
            "-storetype",
            "PKCS12",
            "-keystore",
            keys.toString(),
            "-storepass:file",
            Secrets.in(keys.getParent()).file("tls").toString());
    Command.must("Making a certificate", Machine.joined(tool, Machine.joined(words, store)), 60);
  }
}
