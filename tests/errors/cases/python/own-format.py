# rule: not python_formats.several_for_one
# source: constructed; an object of a class without a format
# %% before
class Money:
    pass
price = Money()
# %% fails
print(f"{price:.2f} {len([1]):.1f}")
