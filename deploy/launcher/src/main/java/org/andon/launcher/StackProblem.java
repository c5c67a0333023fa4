package org.andon.launcher;

/** Something the person at the terminal can do something about: the message says what. */
public final class StackProblem extends RuntimeException {
  public StackProblem(String message) {
    super(message);
  }
}
