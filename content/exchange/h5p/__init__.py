"""H5P packages: questions alone, in a set, or anywhere within other content."""
