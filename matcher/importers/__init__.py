"""Directory files of other people, read row by row; a bad row never stops the rest."""
