"""The vocabulary that every stage speaks: immutable values without methods of later stages."""
