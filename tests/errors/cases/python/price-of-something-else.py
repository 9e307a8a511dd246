# rule: python_values.missing_key
# source: constructed
# says: if item in prices:
# %% fails
prices = {"tea": 1, "milk": 2}
total = sum([prices[item] for item in ("tea", "bread")])
