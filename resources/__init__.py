"""What the program ships as data: vocabularies, questions, words, fonts and the like."""
