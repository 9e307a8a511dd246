# rule: python_raised.assert_compares
# source: constructed
# says: The assert of line 2 does not hold: a is the number 3, not the number 4\.
# says: assert
# %% fails
a=3
assert a == 4
