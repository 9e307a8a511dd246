# rule: python_values.missing_key
# source: https://stackoverflow.com/questions/65396556 (a character that the table does not have)
# says: no key ' '
# says: number_of\[' '\] = len\(number_of\)
# %% fails
letters = sorted(set("onetwo"))
number_of = {letter: i for i, letter in enumerate(letters)}
def encode(text):
    return [number_of[one] for one in text]

encode("one two")
# %% mended
letters = sorted(set("onetwo"))
number_of = {letter: i for i, letter in enumerate(letters)}
number_of[' '] = len(number_of)
def encode(text):
    return [number_of[one] for one in text]

encode("one two")
