# rule: not cells_typed.address_without_quotes
# source: constructed
# %% fails
x = 5
y = x / / 2
