/** Check-ins: what somebody answers every week or after a session, and who learns of it. */
@org.jspecify.annotations.NullMarked
package app.accord.checkin;
