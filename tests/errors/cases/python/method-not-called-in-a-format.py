# rule: python_uncalled.method_as_value
# source: constructed
# says: cart\.total\(\)
# %% before
class Cart:
    def total(self):
        return 3.5
cart = Cart()
# %% fails
print(f"{cart.total:.2f} to pay")
# %% mended
print(f"{cart.total():.2f} to pay")
