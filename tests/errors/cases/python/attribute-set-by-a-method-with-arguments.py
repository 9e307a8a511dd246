# rule: python_attributes.of_own_class
# source: constructed
# says: `?centre`? is set in the method `?fit`?
# says: arguments
# %% before
class Scaler:
    def fit(self, values): self.centre = sum(values) / len(values)
    def apply(self, value): return value - self.centre
# %% fails
scaler = Scaler()
print(scaler.centre)
# %% mended
scaler = Scaler()
scaler.fit([1, 2, 3])
print(scaler.centre)
