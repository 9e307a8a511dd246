# rule: python_numbers.number_format
# source: constructed
# says: float\(x\)
# %% fails
x='3.14159'
print(f'{x:.2f}')
# %% mended
x='3.14159'
float(x)
