# rule: python_numbers.text_for_a_number
# source: constructed
# says: float\(answer\)
# %% before
answer = '-3'
# %% fails
abs(answer)
# %% mended
abs(float(answer))
