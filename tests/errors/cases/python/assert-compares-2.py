# rule: python_raised.assert_compares
# source: constructed
# says: The assert of line 1 does not hold: len\(\[1, 2\]\) is the number 2, not the number 3\.
# says: assert
# %% fails
assert len([1, 2]) == 3
