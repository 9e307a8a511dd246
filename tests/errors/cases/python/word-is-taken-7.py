# rule: python_spelling.word_is_taken
# source: constructed
# says: x = f\(await_\)
# says: await
# %% fails
async def f():
    pass
x = f(await)
