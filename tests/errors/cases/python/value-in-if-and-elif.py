# rule: python_scopes.local_before_assignment
# source: constructed
# says: if mark > 90
# says: if mark > 70
# says: grade = None
# %% fails
def graded(mark):
    if mark > 90:
        grade = 'A'
    elif mark > 70:
        grade = 'B'
    return grade
graded(50)
# %% mended
def graded(mark):
    grade = None
    if mark > 90:
        grade = 'A'
    elif mark > 70:
        grade = 'B'
    return grade
graded(50)
