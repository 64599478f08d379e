//! Whatever the places and their figures are: nothing covers anything else, and the same figures make the same picture.
