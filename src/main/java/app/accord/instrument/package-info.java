/**
 * Questionnaires that a practice brings and may use: a file that is read strictly, a permission
 * that a person stands for, questions that one person is asked, and numbers that say no more than
 * their source does.
 */
@org.jspecify.annotations.NullMarked
package app.accord.instrument;
