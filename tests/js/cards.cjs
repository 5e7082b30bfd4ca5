/** A packed card → the slug of its paper, and its topics. */
const { search, serve } = require('./search.cjs');

serve(async (packed) => {
  const [{ slug, topics }] = await search.cards(async () => [packed], [0]);
  return { slug, topics: topics.map((topic) => [topic.name, topic.slug]) };
});
