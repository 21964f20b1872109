/** The shell around the room: sockets, mailboxes and the journal. */
@org.jspecify.annotations.NullMarked
package app.accord.room.live;
