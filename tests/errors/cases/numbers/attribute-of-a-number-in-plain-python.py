# rule: not plain_numbers.number_already
# source: constructed
# %% fails
age = 7
print(age.years)
