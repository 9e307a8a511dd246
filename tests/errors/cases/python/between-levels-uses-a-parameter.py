# rule: python_indent.between_two_levels
# source: https://stackoverflow.com/questions/492387
# says: by 4 spaces
# says: rate
# %% fails
def show(rate, text):
    text = text.upper()
 print(text, 'at', rate)

show(2, 'a')
# %% mended
def show(rate, text):
    text = text.upper()
    print(text, 'at', rate)

show(2, 'a')
