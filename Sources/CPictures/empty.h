/* Nothing here: this target only carries what pkg-config says. */
