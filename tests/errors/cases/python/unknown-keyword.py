# rule: python_calls.unknown_keyword
# source: constructed
# says: fit\(3, lr=0\.1\)
# says: fit
# %% before
def fit(epochs, lr=0.1): pass
# %% fails
fit(3, learning_rate=0.1)
# %% mended
fit(3, lr=0.1)
