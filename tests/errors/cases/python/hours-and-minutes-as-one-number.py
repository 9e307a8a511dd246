# rule: python_numbers.text_to_number
# source: constructed
# says: holds 2 numbers
# says: \[int\(part\) for part in starts\.split\(':'\)\]
# %% before
starts = '12:45'
# %% fails
minutes = int(starts)
# %% mended
minutes = [int(part) for part in starts.split(':')]
