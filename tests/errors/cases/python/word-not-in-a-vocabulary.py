# rule: python_values.missing_key
# source: constructed
# says: no key 'whale'
# says: vocab\.get\(word, vocab\['<unk>'\]\)
# %% fails
vocab = {"<unk>": 0, "the": 1, "sea": 2}
ids = [vocab[word] for word in "the whale".split()]
# %% mended
vocab = {"<unk>": 0, "the": 1, "sea": 2}
ids = [vocab.get(word, vocab['<unk>']) for word in "the whale".split()]
