#encoding: utf-8

# Scenarios of this project in the manner of openCypher's compatibility kit: they test the program
# that reads such files as much as the engine.
Feature: ReadsOnly - What this engine adds, and what it refuses

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (a:Person {name: 'Anna', born: 1970}), (b:Person {name: 'Boris', born: 1980}),
             (a)-[:KNOWS {since: 2001}]->(b)
      """

  Scenario: [1] Rows in any order
    When executing query:
      """
      MATCH (p:Person)
      RETURN p.name AS name, p.born AS born
      """
    Then the result should be, in any order:
      | name    | born |
      | 'Boris' | 1980 |
      | 'Anna'  | 1970 |
    And no side effects

  Scenario: [2] Rows in order
    When executing query:
      """
      MATCH (p:Person)
      RETURN p ORDER BY p.born DESC
      """
    Then the result should be, in order:
      | p                                    |
      | (:Person {born: 1980, name: 'Boris'}) |
      | (:Person {born: 1970, name: 'Anna'})  |
    And no side effects

  Scenario: [3] Lists without an order
    When executing query:
      """
      MATCH (p:Person)
      RETURN collect(p.name) AS names
      """
    Then the result should be (ignoring element order for lists):
      | names             |
      | ['Boris', 'Anna'] |
    And no side effects

  Scenario: [4] A shortest path with parameters
    And parameters are:
      | one   | 'Anna'  |
      | other | 'Boris' |
    When executing query:
      """
      MATCH p = shortestPath((a {name: $one})-[*..3]-(b {name: $other}))
      RETURN p
      """
    Then the result should be, in any order:
      | p                                                                                                       |
      | <(:Person {name: 'Anna', born: 1970})-[:KNOWS {since: 2001}]->(:Person {name: 'Boris', born: 1980})> |
    And no side effects

  Scenario Outline: [5] Mistakes
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: <detail>

    Examples:
      | query                                  | detail             |
      | MATCH (a) RETURN b                     | UndefinedVariable  |
      | RETURN shout('a')                      | UnknownFunction    |
      | MATCH (a)-[a]->() RETURN a             | VariableTypeConflict |
      | MATCH (a)<-[:T\|:U*1..2]-(b) RETURN c   | UndefinedVariable  |
