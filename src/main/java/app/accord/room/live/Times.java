package app.accord.room.live;

import java.time.Duration;

/**
 * How long the shell of a room waits for what.
 *
 * @param beat between two beats of the server
 * @param silence after which a client that says nothing is taken for gone
 * @param firstFrame until when after its welcome a new socket has to have said something
 * @param stuck how long a client may read nothing while more is waiting
 * @param answer when a command is answered at the latest, before people's 8 s are over
 * @param grace how long somebody who lost the line still counts as here
 * @param rest how long a room without anybody stays in memory
 * @param poll between two looks for what other servers wrote
 * @param alone after which an open room without anybody is closed
 */
record Times(
    Duration beat,
    Duration silence,
    Duration firstFrame,
    Duration stuck,
    Duration answer,
    Duration grace,
    Duration rest,
    Duration poll,
    Duration alone) {

  static final Times USUAL =
      new Times(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(7),
          Duration.ofSeconds(2),
          Duration.ofSeconds(30),
          Duration.ofSeconds(2),
          Duration.ofMinutes(60));
}
