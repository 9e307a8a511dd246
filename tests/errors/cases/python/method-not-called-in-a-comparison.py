# rule: python_order.cannot_be_compared
# source: constructed
# says: name\.lower\(\)
# %% before
name = "Ada"
# %% fails
if name.lower > "b":
    print(name)
# %% mended
if name.lower() > "b":
    print(name)
