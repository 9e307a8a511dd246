# rule: not loaders_used_up.no_batch_left
# source: constructed
# %% before
squares = (n * n for n in range(2))
a, b = next(squares), next(squares)
# %% fails
c = next(squares)
