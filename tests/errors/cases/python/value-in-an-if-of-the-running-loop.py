# rule: python_scopes.local_before_assignment
# source: constructed
# says: if n > 100
# says: \A(?!.*inside for)
# %% fails
def biggest(numbers):
    for n in numbers:
        if n > 100:
            best = n
        print(best)
biggest([3, 120])
# %% mended
def biggest(numbers):
    best = None
    for n in numbers:
        if n > 100:
            best = n
        print(best)
biggest([3, 120])
