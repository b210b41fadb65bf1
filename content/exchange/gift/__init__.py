"""GIFT, the question format that Moodle reads and writes as text."""
