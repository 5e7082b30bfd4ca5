"""What the figures of a benchmark are made of: samples, gold keywords, peers and measures."""
