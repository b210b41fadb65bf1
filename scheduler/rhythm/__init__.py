"""When a learner is reminded and in which words: welcome times, limits, and what is learned."""
