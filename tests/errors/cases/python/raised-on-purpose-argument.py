# rule: python_raised.raised_on_purpose
# source: constructed
# says: n < 0
# says: -3
# %% before
def root(n):
    if n < 0:
        raise ValueError('no root of a negative number')
    return n ** 0.5
# %% fails
root(-3)
# %% mended
root(3)
