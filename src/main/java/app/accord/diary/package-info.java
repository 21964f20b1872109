/**
 * What one person writes for themself: "Journal" on the screen. Here a room's journal has that
 * name.
 */
@org.jspecify.annotations.NullMarked
package app.accord.diary;
