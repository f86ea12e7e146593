"""Paper: the sheets as PDF. reportlab is imported here and nowhere else."""
