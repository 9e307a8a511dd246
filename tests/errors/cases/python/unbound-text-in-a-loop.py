# rule: python_scopes.local_before_assignment
# source: a learner's notebook
# says: output = ''
# %% before
def without_vowels(text):
    for letter in text:
        if letter not in 'aeiou':
            output += letter
    return output
# %% fails
without_vowels('wow')
# %% mended
def without_vowels(text):
    output = ''
    for letter in text:
        if letter not in 'aeiou':
            output += letter
    return output
without_vowels('wow')
