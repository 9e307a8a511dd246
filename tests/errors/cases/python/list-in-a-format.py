# rule: python_formats.several_for_one
# source: constructed
# says: rates is a list of 2 items
# says: \[f'\{one:.3f\}' for one in rates\]
# %% before
rates = [0.12345, 0.5]
# %% fails
print(f"rates: {rates:.3f}")
# %% mended
print([f'{one:.3f}' for one in rates])
