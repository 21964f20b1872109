/** Cases: the couple, who sits in it, what it agreed on. */
@org.jspecify.annotations.NullMarked
package app.accord.couple;
