# rule: python_raised.assert_compares
# source: constructed
# says: n is the number 0\.
# says: assert n >= 1
# %% before
def parts(rows, share):
    n = int(len(rows) * share)
    assert n >= 1, "too few rows"
    return rows[:n]
# %% fails
parts([4, 5], 0.3)
# %% mended
parts([4, 5], 0.5)
