"""What the course teaches: its ideas as cards, by name and by the functions they stand behind."""
