# rule: python_numbers.text_to_number
# source: constructed
# says: percent = round\(float\(share\) \* 100\)
# %% fails
share = "0.285"
percent = int(share) * 100
# %% mended
share = "0.285"
percent = round(float(share) * 100)
