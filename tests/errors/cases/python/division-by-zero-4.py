# rule: python_values.division_by_zero
# source: constructed
# says: x / 0 divides by 0\.
# %% fails
x = 10
x = x / 0
