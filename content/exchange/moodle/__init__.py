"""Question banks as Moodle exports them in XML."""
