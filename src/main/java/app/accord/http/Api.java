package app.accord.http;

/** Where features hang up what they answer. Each operation of openapi.yaml has one. */
public interface Api {
  Api on(String operationId, Operation operation);

  /** A path with Vert.x's placeholders, such as {@code /api/rooms/:roomId/live}. */
  Api socket(String path, SocketRoute route);
}
